using System.Reflection.PortableExecutable;

namespace Tripod.Launch;

/// <summary>Whether <c>dotnet</c> can run a .dll, asked before anything is started.</summary>
internal static class ProgramAssembly
{
    /// <exception cref="LaunchException">It cannot (126).</exception>
    public static void Check(string path)
    {
        if (Complaint(path) is { } complaint)
            throw Target.CannotRun($"'{path}' {complaint}");
        string configuration = Path.ChangeExtension(path, ".runtimeconfig.json");
        if (!File.Exists(configuration))
            throw Target.CannotRun($"'{path}' has no '{Path.GetFileName(configuration)}' beside it; run the .dll in the build output of an executable project");
    }

    private static string? Complaint(string path)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            if (image.PEHeaders.CorHeader is not { } header)
                return "is a native library, not a .NET program; give a .dll that 'dotnet' can run";
            return header.EntryPointTokenOrRelativeVirtualAddress == 0
                ? "is a library without an entry point; give the .dll of an executable project"
                : null;
        }
        catch (BadImageFormatException)
        {
            return "is not a .NET program; give a .dll that 'dotnet' can run";
        }
        catch (UnauthorizedAccessException)
        {
            return "cannot be read; check its permissions";
        }
        catch (IOException e)
        {
            return $"cannot be read: {e.Message}";
        }
    }
}
