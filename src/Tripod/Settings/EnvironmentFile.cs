using System.Runtime.CompilerServices;
using DotNetEnv;
using Sprache;

namespace Tripod.Settings;

/// <summary>A file of <c>NAME=value</c> lines, read without touching the environment.</summary>
internal static class EnvironmentFile
{
    private const string Default = "tripod.env";

    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="given">The file that the user named; null for the default one, which need not exist.</param>
    /// <exception cref="LaunchException">A named file is not there, or a line cannot be read.</exception>
    public static Dictionary<string, string> Read(string? given)
    {
        if (given is null && !File.Exists(Default))
            return Nothing;
        string path = given ?? Default;
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LaunchException(ExitStatus.Failed, $"the file of variables '{path}' cannot be read: {e.Message}");
        }
    }

    // Not inlined, so that a run without such a file does not load the parser.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<string, string> Parse(string path, string text)
    {
        try
        {
            var variables = new Dictionary<string, string>();
            foreach (var (name, value) in Env.LoadContents(text, new LoadOptions(setEnvVars: false)))
                variables[name] = value; // as in a shell, the last one counts
            return variables;
        }
        catch (ParseException e)
        {
            throw new LaunchException(ExitStatus.Failed, $"{path}({e.Position.Line}): this line cannot be read; write NAME=value, and # before a comment");
        }
    }
}
