namespace Tripod.Scripting;

/// <summary>Names of the files beside a compiled script. The ones that Tripod.Host reads are declared there once more.</summary>
internal static class ScriptFiles
{
    internal const string RuntimeConfig = "script.runtimeconfig.json";
    internal const string Deps = "script.deps.json";
    internal const string References = "script.references";
    internal const string Temporary = "script.temporary";
}
