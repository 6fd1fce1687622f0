using Tripod.Host.Printing;

namespace Tripod.Host;

/// <summary>What a script finds without declaring it: the members of this type are in scope in every script.</summary>
public sealed class ScriptGlobals
{
    internal ScriptGlobals(IList<string> args) => Args = args;

    /// <summary>The arguments that stood after the script's name on the command line.</summary>
    public IList<string> Args { get; }

    /// <summary>Writes a value to standard output as csi does: text in quotes, collections with their items, objects with their members.</summary>
#pragma warning disable CA1822 // scripts see the members of the globals object, not those of its type
    public void Print(object? value) => Console.WriteLine(ObjectText.Of(value));
#pragma warning restore CA1822
}
