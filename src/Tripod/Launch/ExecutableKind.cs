namespace Tripod.Launch;

/// <summary>Kinds of executables.</summary>
internal enum ExecutableKind
{
    /// <summary>Not a .NET program: whatever the kernel makes of it.</summary>
    Foreign,

    /// <summary>The small native starter of an assembly beside it.</summary>
    AppHost,

    /// <summary>An apphost with its assemblies inside.</summary>
    SingleFile,

    /// <summary>A native shared library: the kernel would start it, only to see it crash.</summary>
    Library,

    /// <summary>Compiled ahead of time: no runtime that could be sampled.</summary>
    NativeAot,
}
