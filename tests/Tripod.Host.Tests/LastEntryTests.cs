using System.Text.Json;

namespace Tripod.Host.Tests;

public class LastEntryTests
{
    private static readonly DateTime Time = new(2026, 11, 21, 2, 31, 38, 123, DateTimeKind.Utc);

    [Fact]
    public void The_line_says_when_and_how() => Assert.Equal(
        "2026-11-21T02:31:38.123Z Target ended: exit code 0, before the first sample\n",
        LastEntry.Format(Time, "exit code 0, before the first sample"));

    [Fact]
    public void A_type_with_a_strange_name_forges_no_line() => Assert.Equal(
        "2026-11-21T02:31:38.123Z Target ended: unhandled exception A?B??Ünd\n",
        LastEntry.Format(Time, "unhandled exception A\nB\u001b\u202eÜnd"));

    [Fact]
    public void As_JSON_it_is_one_document_whatever_a_type_is_called()
    {
        string line = LastEntry.FormatJson(Time, "unhandled exception A\"B\\C\n", 4711);
        using var document = JsonDocument.Parse(line);

        Assert.EndsWith("}\n", line, StringComparison.Ordinal);
        Assert.Equal("2026-11-21T02:31:38.123Z", document.RootElement.GetProperty("@timestamp").GetString());
        Assert.Equal("target-ended", document.RootElement.GetProperty("event").GetProperty("action").GetString());
        Assert.Equal("unhandled exception A\"B\\C?", document.RootElement.GetProperty("event").GetProperty("reason").GetString());
        Assert.Equal(4711, document.RootElement.GetProperty("process").GetProperty("pid").GetInt32());
    }

    [Fact]
    public void A_symlink_is_not_followed()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("tripod-last-");
        try
        {
            string victim = Path.Combine(directory.FullName, "victim");
            string link = Path.Combine(directory.FullName, "link");
            File.WriteAllText(victim, "");
            File.CreateSymbolicLink(link, victim);

            LastEntry.Append(link, "exit code 0");
            Assert.Empty(File.ReadAllText(victim));

            LastEntry.Append(victim, "exit code 0");
            Assert.EndsWith(" Target ended: exit code 0\n", File.ReadAllText(victim), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
