using System.Diagnostics;
using Tripod.Tests.Architecture;

namespace Tripod.Tests.Commands;

/// <summary>The function that the README gives to users of bash, as it stands there.</summary>
public sealed class BashCompletionTests
{
    [Theory]
    [InlineData("tripod r", "run")]
    [InlineData("tripod run --max-str", "--max-string")]
    [InlineData("tripod run --max-string 5 --interv", "--interval")]
    [InlineData("tripod run he", "")] // a file's name, which bash completes by itself
    [InlineData("tripod run App.dll --interv", "")] // the target's own
    public void A_word_is_completed(string line, string completed)
    {
        string word = line[(line.LastIndexOf(' ') + 1)..];
        string script = $$"""
            tripod() { dotnet '{{TripodProcess.Command}}' "$@"; }
            {{Function()}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{line.Count(character => character == ' ')}}
            _tripod tripod '{{word}}'
            echo "${COMPREPLY[*]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script]) { RedirectStandardOutput = true })!;

        Assert.Equal(completed + "\n", bash.StandardOutput.ReadToEnd());
    }

    private static string Function()
    {
        const string Fence = "```";
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        int start = readme.IndexOf(Fence + "bash", StringComparison.Ordinal) + Fence.Length + "bash".Length;
        return readme[start..readme.IndexOf(Fence, start, StringComparison.Ordinal)];
    }
}
