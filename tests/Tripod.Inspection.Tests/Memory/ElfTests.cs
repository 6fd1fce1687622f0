using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Tests.Memory;

/// <summary>Headers beside those that readelf(1) of binutils shows of the same file.</summary>
public sealed partial class ElfTests
{
    private const string Readelf = "/usr/bin/readelf";

    private static readonly Dictionary<string, uint> Types = new()
    {
        ["LOAD"] = ElfSegment.PT_LOAD,
        ["DYNAMIC"] = ElfSegment.PT_DYNAMIC,
        ["INTERP"] = ElfSegment.PT_INTERP,
        ["NOTE"] = ElfSegment.PT_NOTE,
        ["GNU_EH_FRAME"] = ElfSegment.PT_GNU_EH_FRAME,
    };

    public static TheoryData<string> Files => [Library, "/bin/sh"];

    private static string Library => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libcoreclr.so");

    [GeneratedRegex(@"^  (?<type>[A-Z_]+) +0x(?<offset>\S+) 0x(?<address>\S+) 0x\S+ 0x(?<file>\S+) 0x(?<memory>\S+) (?<flags>[R ][W ][E ]) ")]
    private static partial Regex Segment();

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_segment_is_the_same(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        var ours = ElfHeader.Read(file)!.Value.Segments(file).Where(segment => Types.ContainsValue(segment.Type));
        var theirs = Lines("-lW", path).Select(line => Segment().Match(line)).Where(match => Types.ContainsKey(match.Groups["type"].Value)).ToArray();

        Assert.NotEmpty(theirs);
        Assert.Equal(theirs.Select(match => (Types[match.Groups["type"].Value], Number(match, "offset"), Number(match, "address"), Number(match, "file"), Number(match, "memory"), match.Groups["flags"].Value[2] == 'E')),
            ours.Select(segment => (segment.Type, segment.Offset, segment.Address, segment.FileSize, segment.MemorySize, (segment.Flags & ElfSegment.PF_X) != 0)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_build_id_is_the_same(string path)
    {
        string theirs = Lines("-nW", path).Single(line => line.Contains("Build ID: ", StringComparison.Ordinal)).Split("Build ID: ")[1];

        Assert.Equal(theirs, Convert.ToHexStringLower(BuildId.Of(path)));
    }

    [Fact]
    public void A_file_of_which_anything_is_cut_off_or_changed_is_read_without_harm()
    {
        byte[] file = File.ReadAllBytes(Library)[..4096];
        for (int length = 0; length <= file.Length; length += 7)
            Assert.All(ElfHeader.Read(file.AsSpan(0, length))?.Segments(file.AsSpan(0, length)) ?? [], segment => segment.In(file));
        var random = new Random(4);
        int read = 0;
        for (int i = 0; i < 2_000; i++)
        {
            byte[] changed = [.. file];
            changed[random.Next(ElfHeader.Size)] = (byte)random.Next(256);
            changed[random.Next(1024)] = (byte)random.Next(256);
            foreach (var segment in ElfHeader.Read(changed)?.Segments(changed) ?? [])
                read += segment.In(changed).Length > 0 ? 1 : 0;
        }
        Assert.InRange(read, 1, int.MaxValue);
        Assert.Null(ElfHeader.Read([.. file[..4], 1, .. file[5..]])); // of 32 bits
    }

    private static ulong Number(Match match, string group) => ulong.Parse(match.Groups[group].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string[] Lines(string option, string path)
    {
        Assert.SkipUnless(File.Exists(Readelf), "readelf is not installed");
        using var readelf = Process.Start(new ProcessStartInfo(Readelf, [option, path]) { RedirectStandardOutput = true })!;
        return readelf.StandardOutput.ReadToEnd().Split('\n');
    }
}
