namespace Tripod.EndToEnd.Logs;

/// <summary>A frame as the log shows it.</summary>
/// <param name="File">Path of the source file; null if none is told.</param>
/// <param name="Line">Line number; 0 if none is told.</param>
/// <param name="Method">The name after <c>in</c>.</param>
/// <param name="SourceText">The source line; null if it is not shown.</param>
internal sealed record LoggedFrame(string? File, int Line, string Method, string? SourceText)
{
    /// <summary>The log says that the line may be that of a call that was inlined.</summary>
    internal bool MayBeInlined { get; init; }

    /// <summary>Printed values by name; empty in the brief part.</summary>
    internal IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Printed values by name, those over several lines with their line breaks; empty in the brief part.</summary>
    internal IReadOnlyDictionary<string, string> Locals { get; init; } = new Dictionary<string, string>();
}
