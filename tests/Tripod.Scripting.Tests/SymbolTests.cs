using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace Tripod.Scripting.Tests;

/// <summary>What a sampler finds in a script's assembly and PDB.</summary>
public sealed class SymbolTests : IDisposable
{
    private const string Text = "int Twice(int number)\n{\n    int doubled = 2 * number;\n    return doubled;\n}\nWriteLine(Twice(2)); // ä\n";
    private static readonly Guid Sha256Algorithm = new("8829d00f-11b8-4213-878b-770e8597ac16");
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with a mark", "utf-16 with a mark", "latin-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_PDB_holds_the_absolute_path_the_checksum_and_the_text_of_the_file(string encoding)
    {
        File.WriteAllText(_folder["script.csx"], Text, encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with a mark" => new UTF8Encoding(true),
            "utf-16 with a mark" => Encoding.Unicode,
            _ => Encoding.Latin1,
        });
        byte[] bytes = File.ReadAllBytes(_folder["script.csx"]);
        using MetadataReaderProvider provider = OpenSymbols("script.csx");
        MetadataReader symbols = provider.GetMetadataReader();
        DocumentHandle handle = Assert.Single(symbols.Documents);
        Document document = symbols.GetDocument(handle);

        Assert.Equal(_folder["script.csx"], symbols.GetString(document.Name));
        Assert.Equal(Sha256Algorithm, symbols.GetGuid(document.HashAlgorithm));
        Assert.Equal(SHA256.HashData(bytes), symbols.GetBlobBytes(document.Hash));
        Assert.Equal(bytes, Embedded(symbols.GetBlobBytes(Assert.Single(
            symbols.GetCustomDebugInformation(handle).Select(symbols.GetCustomDebugInformation),
            info => symbols.GetGuid(info.Kind) == EmbeddedSource).Value)));
    }

    [Fact]
    public void Locals_and_lines_are_those_of_the_text()
    {
        _folder.Write("script.csx", Text);
        using MetadataReaderProvider provider = OpenSymbols("script.csx");
        MetadataReader symbols = provider.GetMetadataReader();

        Assert.Contains("doubled", symbols.LocalVariables.Select(local => symbols.GetString(symbols.GetLocalVariable(local).Name)));
        int[] lines = [.. symbols.MethodDebugInformation
            .SelectMany(method => symbols.GetMethodDebugInformation(method).GetSequencePoints())
            .Where(point => !point.IsHidden).Select(point => point.StartLine).Distinct().Order()];
        Assert.Equal([2, 3, 4, 5, 6], lines.Except([1]));
    }

    [Fact]
    public void Nothing_is_optimised_away()
    {
        _folder.Write("script.csx", Text);
        using var image = new PEReader(File.OpenRead(Compile("script.csx").AssemblyPath));
        MetadataReader metadata = image.GetMetadataReader();
        byte[] modes = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => AttributeName(metadata, attribute) == "DebuggableAttribute")
            .Select(attribute => metadata.GetBlobBytes(attribute.Value)).Single();
        // prolog 1, then DebuggingModes: Default | IgnoreSymbolStoreSequencePoints | EnableEditAndContinue | DisableOptimizations
        Assert.Equal(0x107, BitConverter.ToInt32(modes, 2));
    }

    [Fact]
    public void The_class_of_a_script_is_Submission_0_and_its_assembly_has_the_scripts_name()
    {
        _folder.Write("slow-thing.csx", Text);
        using var image = new PEReader(File.OpenRead(Compile("slow-thing.csx").AssemblyPath));
        MetadataReader metadata = image.GetMetadataReader();
        Assert.Equal("slow-thing", metadata.GetString(metadata.GetAssemblyDefinition().Name));
        Assert.Contains("Submission#0", metadata.TypeDefinitions.Select(type => metadata.GetString(metadata.GetTypeDefinition(type).Name)));
    }

    private CompiledScript Compile(string name) => _folder.Compile(name).Script!;

    private MetadataReaderProvider OpenSymbols(string name) =>
        MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(Compile(name).AssemblyPath, ".pdb")));

    private static string AttributeName(MetadataReader metadata, CustomAttribute attribute)
    {
        MemberReference constructor = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name);
    }

    /// <summary>Portable PDB specification, "Embedded Source": an int32, 0 or the length of what follows deflated, then the bytes.</summary>
    private static byte[] Embedded(byte[] blob)
    {
        if (BitConverter.ToInt32(blob) == 0)
            return blob[4..];
        using var inflated = new MemoryStream();
        using var deflated = new DeflateStream(new MemoryStream(blob[4..]), CompressionMode.Decompress);
        deflated.CopyTo(inflated);
        return inflated.ToArray();
    }
}
