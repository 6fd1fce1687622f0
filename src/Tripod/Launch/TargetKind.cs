namespace Tripod.Launch;

/// <summary>What <c>tripod run</c> can start.</summary>
internal enum TargetKind
{
    /// <summary>A C# script.</summary>
    Script,

    /// <summary>A framework-dependent program: an assembly with an entry point and a runtimeconfig.json beside it.</summary>
    Program,
}
