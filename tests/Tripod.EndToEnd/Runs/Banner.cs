using System.Text;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Runs;

/// <summary>The two lines that <c>tripod run</c> prints before the target starts.</summary>
internal static partial class Banner
{
    /// <summary>What follows the banner.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">Standard error does not start with the banner.</exception>
    internal static byte[] TakenFrom(byte[] error)
    {
        // Latin-1 keeps one character a byte, whatever the target wrote after the banner
        Match banner = Pattern().Match(Encoding.Latin1.GetString(error));
        Assert.True(banner.Success, $"no banner at the start of:\n{Encoding.UTF8.GetString(error)}");
        return error[banner.Length..];
    }

    /// <summary>The log's path as the banner tells it; null as long as it has not been printed.</summary>
    internal static string? LogPath(string error) =>
        Pattern().Match(error) is { Success: true } banner ? banner.Groups["path"].Value : null;

    [GeneratedRegex(@"\A\[Tripod\] Sampling every (?<interval>[0-9]+\.[0-9]{6}) seconds\r?\n\[Tripod\] Writing output to: (?<path>/[^\r\n]+)\r?\n")]
    private static partial Regex Pattern();
}
