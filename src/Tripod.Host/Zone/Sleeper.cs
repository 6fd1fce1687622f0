namespace Tripod.Host.Zone;

/// <summary>What the zone remembers of a thread between its looks, beside the thread's record; see <see cref="Sleepers"/>.</summary>
internal unsafe struct Sleeper
{
    /// <summary>Room for a schedstat file: three decimal numbers.</summary>
    public const int ImageSize = 64;

    /// <summary>The schedstat file when the thread was last read; behind the text are zeros.</summary>
    public fixed byte Image[ImageSize];

    /// <summary>A descriptor of that file; −1 if none is kept.</summary>
    public int File;

    /// <summary>1: it is under PTRACE_SEIZE already, and cannot be seized again.</summary>
    public int IsSeized;
}
