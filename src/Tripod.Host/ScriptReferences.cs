using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Tripod.Host;

/// <summary>Finds the assemblies that a script named by file with <c>#r "some.dll"</c>, and those that lie beside them.</summary>
internal static class ScriptReferences
{
    /// <summary>One absolute path a line; Tripod.Scripting writes it, if there is any.</summary>
    private const string ListName = "script.references";

    internal static void ResolveFrom(string directory)
    {
        string list = Path.Combine(directory, ListName);
        if (!File.Exists(list))
            return;
        string[] files = File.ReadAllLines(list);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Find(files, name.Name!) is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => LoadNative(files, name);
    }

    private static string? Find(string[] files, string simpleName)
    {
        foreach (string file in files)
            if (string.Equals(Path.GetFileNameWithoutExtension(file), simpleName, StringComparison.OrdinalIgnoreCase))
                return file;
        return Beside(files, simpleName + ".dll");
    }

    private static IntPtr LoadNative(string[] files, string name)
    {
        foreach (string candidate in (string[])[name, $"lib{name}.so", $"{name}.so", $"lib{name}"])
            if (Beside(files, candidate) is { } path)
                return NativeLibrary.Load(path);
        return IntPtr.Zero;
    }

    private static string? Beside(string[] files, string name)
    {
        foreach (string file in files)
        {
            string candidate = Path.Combine(Path.GetDirectoryName(file)!, name);
            if (File.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
