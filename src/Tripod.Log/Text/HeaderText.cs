using System.Globalization;

namespace Tripod.Log.Text;

/// <summary>Prints the top of a log. The first line names the format and its version, for programs that read logs.</summary>
internal static class HeaderText
{
    public const string FirstLine = "Tripod log 1";

    public static string Of(RunHeader header)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(new LineWriter(text), header);
        return text.ToString();
    }

    private static void Write(LineWriter writer, RunHeader header)
    {
        writer.Line(FirstLine);
        Field("Target", header.Target);
        Field("Arguments", ArgumentText.Of(header.Arguments));
        Field("Directory", header.WorkingDirectory);
        Field("Process", Terms.Id(header.ProcessId));
        Field("Started", Terms.Instant(header.Started));
        Field("Interval", header.Interval.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture) + " s");
        Field("Settings", string.Join(", ", header.Settings));
        Field("Tripod", header.Version);
        writer.Line(Terms.Separator);

        void Field(string name, string value)
        {
            if (value.Length > 0)
                writer.Line(string.Concat(name, ": ", value));
        }
    }
}
