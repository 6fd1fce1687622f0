using System.Reflection;
using System.Runtime.Loader;

namespace Tripod.Host;

/// <summary>
/// A script that was compiled without the cache. Its directory would outlive everyone who knows of it, because the
/// process that made it became this one: so it is read into memory and deleted before the script's first statement.
/// </summary>
internal static class TemporaryScript
{
    /// <summary>A file that the compiler leaves beside a script that shall not stay; Tripod.Scripting writes it.</summary>
    private const string Marker = "script.temporary";

    internal static bool IsTemporary(string path) => File.Exists(Path.Combine(Path.GetDirectoryName(path)!, Marker));

    internal static Assembly LoadAndDelete(string path)
    {
        using var image = new MemoryStream(File.ReadAllBytes(path));
        using var symbols = new MemoryStream(File.ReadAllBytes(Path.ChangeExtension(path, ".pdb")));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return AssemblyLoadContext.Default.LoadFromStream(image, symbols);
    }
}
