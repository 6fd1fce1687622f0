namespace Tripod.Host.Zone;

/// <summary>What guardian and collector's start are told, and what they answer. Lives until the guardian is reaped.</summary>
internal unsafe struct Guard
{
    public Control* Control;

    // Filled before the start.
    public byte* Program;
    public byte** Arguments;
    public byte** Environment;
    public byte* NullPath;
    public int Channel;
    public ulong ChannelCookie;
    public int Socket;
    public ulong SocketCookie;
    public void* GuardianEntry;
    public byte* GuardianStack;
    public void* StartEntry;
    public byte* StartStack;

    // Answers.
    public int Records;
    public int GuardianPid;
    public volatile int CollectorPid;

    /// <summary>errno of what kept the collector from starting, or 0.</summary>
    public volatile int Error;

    /// <summary>A futex: 1 once the collector runs, or <see cref="Error"/> says why not.</summary>
    public int Answered;

    /// <summary>A futex: what the guardian shall do next.</summary>
    public int Request;

    /// <summary>A futex: 0 until a tracer was started; its pid, or −errno.</summary>
    public int Cloned;

    public Scratch Launcher;
    public Scratch Guardian;
    public Scratch Start;
}
