using System.Text;
using Tripod.Inspection.Tests.Processes;

namespace Tripod.Inspection.Tests.Symbols;

/// <summary>The assembly InspectPlugin in a folder of its own, with another PDB, and no word of where its own one lies.</summary>
internal sealed class PluginCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tripod-plugin-");

    public PluginCopy(Func<byte[], byte[]> pdb)
    {
        string original = TargetProcess.PathOf("InspectPlugin");
        byte[] image = File.ReadAllBytes(original);
        byte[] name = Encoding.UTF8.GetBytes("InspectPlugin.pdb");
        for (int at = image.AsSpan().IndexOf(name); at >= 0; at = image.AsSpan().IndexOf(name))
            image[at] = (byte)'X'; // the compiler's path leads nowhere
        File.WriteAllBytes(Path, image);
        File.WriteAllBytes(System.IO.Path.ChangeExtension(Path, ".pdb"), pdb(File.ReadAllBytes(System.IO.Path.ChangeExtension(original, ".pdb"))));
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "InspectPlugin.dll");

    public void Dispose() => _folder.Delete(recursive: true);
}
