namespace Tripod.Log.Tests;

/// <summary>Compares text with a file that a person has read and approved; what differs is put beside it as <c>*.received.txt</c>.</summary>
internal static class Approved
{
    public static void Check(string name, string text)
    {
        string file = Path.Combine(Folder, name + ".approved.txt");
        string received = Path.Combine(Folder, name + ".received.txt");
        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected == text)
            File.Delete(received);
        else
            File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }

    private static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Tripod.Log.Tests", "Text");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Tripod.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
