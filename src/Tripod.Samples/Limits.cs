namespace Tripod.Samples;

/// <summary>How much of a sample is read and written at most. A limit that bites is said in the log.</summary>
public sealed record Limits
{
    private readonly int _depth = 3;
    private readonly int _items = 20;
    private readonly int _stringLength = 200;
    private readonly int _nodes = 200;
    private readonly int _frames = 200;
    private readonly int _threads = 500;
    private readonly int _asyncTime = 1_000;
    private readonly int _chains = 50;
    private readonly int _staticTypes = 50;

    /// <summary>Levels of objects within objects that a value shows; 0 to 20.</summary>
    public int Depth { get => _depth; init => _depth = Checked(value, 0, 20, nameof(Depth)); }

    /// <summary>Elements of a collection, or members of an object; 1 to 10,000.</summary>
    public int Items { get => _items; init => _items = Checked(value, 1, 10_000, nameof(Items)); }

    /// <summary>Characters of a string; 1 to 1,000,000.</summary>
    public int StringLength { get => _stringLength; init => _stringLength = Checked(value, 1, 1_000_000, nameof(StringLength)); }

    /// <summary>Objects, structs and scalars that one variable may show together; 1 to 100,000.</summary>
    public int Nodes { get => _nodes; init => _nodes = Checked(value, 1, 100_000, nameof(Nodes)); }

    /// <summary>Frames of one thread, the newest first to be kept; 1 to 100,000.</summary>
    public int Frames { get => _frames; init => _frames = Checked(value, 1, 100_000, nameof(Frames)); }

    /// <summary>Threads of one sample; the main thread is never dropped; 1 to 100,000.</summary>
    public int Threads { get => _threads; init => _threads = Checked(value, 1, 100_000, nameof(Threads)); }

    /// <summary>Milliseconds that the search for pending async work may take, outside the target; 0 to 60,000, 0 for no search.</summary>
    public int AsyncTime { get => _asyncTime; init => _asyncTime = Checked(value, 0, 60_000, nameof(AsyncTime)); }

    /// <summary>Kinds of pending async chains of one sample, those with most chains first to be kept; 1 to 100,000.</summary>
    public int Chains { get => _chains; init => _chains = Checked(value, 1, 100_000, nameof(Chains)); }

    /// <summary>Types of one sample whose static fields are shown, where they are wanted; 1 to 100,000.</summary>
    public int StaticTypes { get => _staticTypes; init => _staticTypes = Checked(value, 1, 100_000, nameof(StaticTypes)); }

    private static int Checked(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"must be {least} to {most}");
}
