namespace Tripod.Inspection.Tests;

/// <summary>
/// Compares a text with the approved file beside the test, which the build copies to the output. Where they differ,
/// what was received is written next to the copy, to be looked at and, if it is right, to replace the approved file.
/// </summary>
internal static class Approved
{
    public static void Equals(string received, string name)
    {
        string approved = Path.Combine(AppContext.BaseDirectory, name + ".approved.txt");
        string expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected != received)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, name + ".received.txt"), received);
        }
        Assert.Equal(expected, received);
    }
}
