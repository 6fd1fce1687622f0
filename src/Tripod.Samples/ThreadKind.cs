namespace Tripod.Samples;

/// <summary>What a thread is there for.</summary>
public enum ThreadKind
{
    /// <summary>A foreground thread that the program started.</summary>
    Foreground,

    /// <summary>The thread that runs the program's Main.</summary>
    Main,

    /// <summary>A background thread that the program or a library started.</summary>
    Background,

    /// <summary>A worker or I/O thread of the thread pool.</summary>
    Pool,

    /// <summary>The runtime's finaliser thread.</summary>
    Finalizer,

    /// <summary>A thread of the garbage collector.</summary>
    Gc,
}
