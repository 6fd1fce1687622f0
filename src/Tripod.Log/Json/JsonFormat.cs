using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Tripod.Log.Append;
using Tripod.Log.Bounds;
using Tripod.Log.Text;

namespace Tripod.Log.Json;

/// <summary>
/// The format for log shippers: a document a line, with the names of the Elastic Common Schema where one exists, our
/// own below <c>tripod</c>. Each document can be read by itself.
/// </summary>
internal sealed class JsonFormat : EntryFormat
{
    public const string NameEnding = ".jsonl";

    private Origin _origin = Origin.Unknown;

    public override string Ending => NameEnding;

    public override string Header(RunHeader header)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        HeaderDocument.Write(text, header);
        return text.ToString();
    }

    public override bool TryReadHeader(ReadOnlySpan<byte> start, out ReadOnlySpan<byte> header)
    {
        header = start[..(start.IndexOf((byte)'\n') + 1)];
        if (Origin.TryRead(header) is not { } origin)
            return false;
        _origin = origin;
        return true;
    }

    // A half line would be no document, and many readers go no further.
    public override string Separation(ReadOnlySpan<byte> end, out bool dropsLine)
    {
        dropsLine = !end.EndsWith("\n"u8);
        return "";
    }

    // a sample goes on to its own end, or to the next document of no sample's
    public override long? UnfinishedSample(SafeFileHandle log) => SampleDocuments.NumberOfUnended(ExistingLog.Behind(log, "\n"u8, ExistingLog.LengthOfLines(log) - 1));

    public override void Write(TextWriter output, LogEntry entry, LogState state) => new EntryDocuments(new DocumentWriter(output, _origin), state).Write(entry);

    public override IPartSizes Sizes(LogState state) => new JsonSizes(_origin, state);
}
