namespace Tripod.Host;

/// <summary>What a script finds without declaring it: the members of this type are in scope in every script.</summary>
public sealed class ScriptGlobals
{
    internal ScriptGlobals(IList<string> args) => Args = args;

    /// <summary>The arguments that stood after the script's name on the command line.</summary>
    public IList<string> Args { get; }
}
