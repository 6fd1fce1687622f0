namespace Tripod.Samples;

/// <summary>What a thread was doing when the sample was taken.</summary>
public enum ThreadActivity
{
    /// <summary>On a processor, or ready to run.</summary>
    Running,

    /// <summary>Blocked in a system call.</summary>
    Waiting,

    /// <summary>Not known: the thread could not be stopped or read.</summary>
    Unknown,
}
