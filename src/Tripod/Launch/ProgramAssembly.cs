using System.Reflection.PortableExecutable;

namespace Tripod.Launch;

/// <summary>Whether <c>dotnet</c> can run a .dll, asked before anything is started.</summary>
internal static class ProgramAssembly
{
    /// <exception cref="LaunchException">It cannot (126).</exception>
    public static void Check(string path)
    {
        if (Complaint(path) is { } complaint)
            throw CannotRun(path, complaint);
        string configuration = Path.ChangeExtension(path, RuntimeConfiguration.Extension);
        if (!File.Exists(configuration))
            throw CannotRun(path, $"has no '{Path.GetFileName(configuration)}' beside it; give the .dll in the build output of an executable project");
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
    }

    private static LaunchException CannotRun(string path, string why) => new(ExitStatus.CannotRun, $"'{path}' {why}");
}
