using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;
using Tripod.Log.Append;
using Tripod.Log.Bounds;

namespace Tripod.Log.Text;

/// <summary>The format for people.</summary>
internal sealed partial class TextFormat : EntryFormat
{
    private static readonly byte[] Separator = Encoding.ASCII.GetBytes($"\n{Terms.Separator}\n");

    public override string Ending => ".log";

    public override string Header(RunHeader header) => HeaderText.Of(header);

    public override bool TryReadHeader(ReadOnlySpan<byte> start, out ReadOnlySpan<byte> header)
    {
        int at = start.IndexOf(Separator);
        header = at < 0 ? [] : start[..(at + Separator.Length)];
        return start.StartsWith(Encoding.ASCII.GetBytes(HeaderText.FirstLine + "\n"));
    }

    // The header and every sample end with the separator; a plain entry and a torn line do not.
    public override string Separation(ReadOnlySpan<byte> end, out bool dropsLine)
    {
        dropsLine = false;
        if (end.EndsWith(Separator))
            return "";
        return (end.EndsWith("\n"u8) ? "" : "\n") + Terms.Separator + "\n";
    }

    public override long? UnfinishedSample(SafeFileHandle log)
    {
        string open = Encoding.UTF8.GetString(ExistingLog.Behind(log, Separator, RandomAccess.GetLength(log)));
        return Title().Match(open) is { Success: true } title ? long.Parse(title.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // plain entries may stand before it; behind it only what belongs to the sample
    [GeneratedRegex(@"^\S+Z Sample (?<number>[0-9]{1,18}): ", RegexOptions.Multiline)]
    private static partial Regex Title();

    public override void Write(TextWriter output, LogEntry entry, LogState state) => EntryText.Write(new LineWriter(output), entry, state);

    public override IPartSizes Sizes(LogState state) => new TextSizes(state);
}
