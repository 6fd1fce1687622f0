namespace Tripod.Scripting;

/// <summary>How a script is compiled.</summary>
public sealed record CompileOptions
{
    /// <summary>The path of Tripod.Host.dll, which declares the globals of a script and runs it.</summary>
    public required string HostAssembly { get; init; }
}
