using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Tests.Unwinding;

/// <summary>Rows of unwind data beside those that readelf(1) of binutils makes of the same library.</summary>
public sealed partial class ReadelfTests(ITestOutputHelper output)
{
    private const string Readelf = "/usr/bin/readelf";

    // numbers of x64's registers in DWARF
    private static readonly string[] Names =
        ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "ra"];

    [GeneratedRegex(@"FDE .*pc=(?<start>[0-9a-f]+)\.\.(?<end>[0-9a-f]+)")]
    private static partial Regex Function();

    [Theory]
    [InlineData("libc.so.6")]
    [InlineData("libclrjit.so")]
    [InlineData("libcoreclr.so")]
    public void Every_row_is_the_same(string library)
    {
        Assert.SkipUnless(File.Exists(Readelf) && RuntimeInformation.ProcessArchitecture == Architecture.X64, "readelf is not installed, or speaks of other registers");
        using TwinReader reader = OwnProcess.Read();
        var (address, path) = OwnProcess.Find(library);
        FrameTable table = FrameTable.TryRead(reader, ElfImage.TryRead(reader, address)!.FrameTable)!.Value;
        List<string> wrong = [];
        int rows = 0;
        foreach (var (row, end, columns, texts) in Rows(path))
        {
            // of an empty row the next one speaks; a row is true up to the next
            if (row >= end || table.Find(reader, address + row) is not { } frame)
                continue;
            rows++;
            UnwindRow? ours = CfiProgram.Run(frame, Names.Length, address + row);
            for (int i = 0; i < columns.Length; i++)
                if (ours is null || Text(ours, columns[i]) != texts[i])
                    wrong.Add($"{row:x} {columns[i]}: {(ours is null ? "nothing" : Text(ours, columns[i]))}, not {texts[i]}");
        }
        output.WriteLine($"{rows} rows");
        Assert.Empty(wrong.Take(20));
        Assert.True(rows > 5_000, $"only {rows} rows were compared");
    }

    private static string Text(UnwindRow row, string column)
    {
        if (column == "CFA")
            return row.Cfa.Expression is not null ? "exp" : $"{Names[row.Cfa.Register]}{row.Cfa.Offset:+0;-0;+0}";
        RegisterRule rule = row[Array.IndexOf(Names, column)];
        return rule.Kind switch
        {
            RuleKind.Unspecified or RuleKind.Undefined => "u",
            RuleKind.SameValue => "s",
            RuleKind.Offset => $"c{rule.Value:+0;-0;+0}",
            RuleKind.ValueOffset => $"v{rule.Value:+0;-0;+0}",
            RuleKind.Expression => "exp",
            RuleKind.ValueExpression => "vexp",
            _ => Names[rule.Value],
        };
    }

    // a function's line, a line of columns, and a line for each row
    private static IEnumerable<(ulong Row, ulong End, string[] Columns, string[] Texts)> Rows(string path)
    {
        ulong end = 0;
        string[] columns = [];
        (ulong Row, ulong End, string[] Columns, string[] Texts)? last = null;
        foreach (string line in Lines(path))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Function().Match(line) is { Success: true } function)
                end = ulong.Parse(function.Groups["end"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            else if (words is ["LOC", ..])
                columns = words[1..];
            else if (end != 0 && words.Length == columns.Length + 1 && ulong.TryParse(words[0], NumberStyles.HexNumber, null, out ulong row))
            {
                if (last is { } before && before.Row != row)
                    yield return before;
                last = (row, end, columns, words[1..]);
            }
            else if (line.Contains("CIE", StringComparison.Ordinal))
                end = 0;
        }
        if (last is { } newest)
            yield return newest;
    }

    private static List<string> Lines(string path)
    {
        using var readelf = Process.Start(new ProcessStartInfo(Readelf, ["-W", "--debug-dump=frames-interp", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        readelf.ErrorDataReceived += (_, _) => { };
        readelf.BeginErrorReadLine();
        List<string> lines = [];
        while (readelf.StandardOutput.ReadLine() is { } line)
            lines.Add(line);
        readelf.WaitForExit();
        return lines;
    }
}
