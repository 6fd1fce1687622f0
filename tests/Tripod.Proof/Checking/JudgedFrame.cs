using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Logs;
using Tripod.Proof.Generation;

namespace Tripod.Proof.Checking;

/// <summary>A frame of the generated program's own.</summary>
/// <param name="Logged">As the log shows it.</param>
/// <param name="Method">Number of its method.</param>
/// <param name="Above">The frame that it has called, whatever it is; null for the newest.</param>
internal sealed partial record JudgedFrame(LoggedFrame Logged, int Method, LoggedFrame? Above)
{
    /// <summary>The line that it was called from, which its caller told it; null if the log does not have it.</summary>
    public int? Site => Int(Logged.Arguments, "site") ?? Int(Logged.Locals, "site");

    /// <summary>Its line is known to the instruction: it waits for what it has called, and has called that itself.</summary>
    public bool IsExact => Above is not null && !Logged.MayBeInlined;

    /// <summary>Frames of a thread that are the generated program's, oldest first.</summary>
    public static List<JudgedFrame> Of(LoggedThread thread)
    {
        var frames = new List<JudgedFrame>();
        for (int i = 0; i < thread.Frames.Count; i++)
            if (NumberOf(thread.Frames[i]) is { } number)
                frames.Add(new JudgedFrame(thread.Frames[i], number, i + 1 < thread.Frames.Count ? thread.Frames[i + 1] : null));
        return frames;
    }

    /// <summary>An argument that is an int; null if the log does not have it.</summary>
    public static int? Int(LoggedFrame frame, string argument) => Int(frame.Arguments, argument);

    private static int? Int(IReadOnlyDictionary<string, string> variables, string name) =>
        variables.TryGetValue(name, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private const string Root = "Proof.Root.Loop";

    // where no line is known
    private const string AssemblyWithoutLine = "Generated.dll";

    /// <summary>Number of the method of a frame; null if it is none of the generated program's own.</summary>
    public static int? NumberOf(LoggedFrame frame)
    {
        bool hasLine = frame.File?.EndsWith(Compiler.GeneratedFile, StringComparison.Ordinal) == true;
        if (!hasLine && frame.File != AssemblyWithoutLine)
            return null;
        return MethodNumber().Match(frame.Method) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : frame.Method == Root ? ProgramGenerator.RootNumber
            : null;
    }

    [GeneratedRegex(@"\bM(\d+)")]
    private static partial Regex MethodNumber();
}
