using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>
/// A process whose threads are all held by ptrace, so that it can stand in for a twin of itself. ptrace belongs to the
/// thread that seized: one thread holds all until this is disposed.
/// </summary>
internal sealed unsafe class StoppedProcess : IDisposable
{
    private readonly int _pid;
    private readonly Thread _tracer;
    private readonly ManualResetEventSlim _stopped = new(), _release = new();
    private readonly Dictionary<int, int> _held = [];
    private readonly List<ThreadRecord> _records = [];
    private readonly SafeFileHandle _memory;
    private Exception? _failure;

    private StoppedProcess(int pid)
    {
        _pid = pid;
        _memory = File.OpenHandle($"/proc/{pid}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        _tracer = new Thread(Hold) { IsBackground = true };
        _tracer.Start();
    }

    /// <summary>The threads' records, which a test may change before it captures.</summary>
    public List<ThreadRecord> Records => _records;

    /// <summary>Stops every thread of a process. Those that are blocked in a system call are recorded as asleep, as the product's tracer does.</summary>
    public static StoppedProcess Stop(int pid)
    {
        var process = new StoppedProcess(pid);
        process._stopped.Wait();
        if (process._failure is { } failure)
        {
            process.Dispose();
            throw new InvalidOperationException("The process could not be stopped.", failure);
        }
        return process;
    }

    /// <summary>What an <see cref="Inspector"/> takes.</summary>
    public CaptureInfo Capture(long number = 1) => new()
    {
        Number = number,
        Time = DateTimeOffset.UtcNow,
        Pause = TimeSpan.FromMilliseconds(1),
        TargetPid = _pid,
        TwinPid = _pid,
        TwinMemory = _memory,
        Threads = [.. _records],
    };

    public void Dispose()
    {
        _release.Set();
        _tracer.Join();
        _memory.Dispose();
        _stopped.Dispose();
        _release.Dispose();
    }

    private void Hold()
    {
        try
        {
            StopAll();
        }
        catch (Exception e) // told to the thread that waits
        {
            _failure = e;
        }
        _stopped.Set();
        _release.Wait();
        foreach (var (tid, signal) in _held)
            Ptrace.Detach(tid, signal);
    }

    private void StopAll()
    {
        // a thread that was not stopped yet may start another one
        for (bool found = true; found;)
        {
            found = false;
            foreach (string path in Directory.GetDirectories($"/proc/{_pid}/task"))
            {
                int tid = int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture);
                if (_held.ContainsKey(tid))
                    continue;
                // asked for before it is stopped: afterwards it is in ptrace's own stop
                if (ReadCall(path) is not { } call || !Ptrace.TrySeize(tid))
                    continue;
                Ptrace.Interrupt(tid);
                _held[tid] = Ptrace.WaitForStop(tid);
                _records.Add(Record(tid, call));
                found = true;
            }
        }
    }

    /// <summary>proc_pid_syscall(5); null if the thread has ended.</summary>
    private static string? ReadCall(string path)
    {
        try
        {
            return File.ReadAllText(path + "/syscall");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ThreadRecord Record(int tid, string call)
    {
        var record = new ThreadRecord { Tid = tid, State = ThreadState.Stopped, SystemCall = -1 };
        Ptrace.GetRegisters(tid, record.Registers, ThreadRecord.RegisterCount * sizeof(ulong));
        string[] fields = call.Split(' '); // proc_pid_syscall(5): number, six arguments, stack pointer, program counter; or "running"
        const int rip = 16, rsp = 19, count = 27;
        ulong sp = record.Registers[rsp], pc = record.Registers[rip];
        // one that woke in between was not asleep
        if (fields.Length < 9 || fields[7] != $"0x{sp:x}" || fields[8].TrimEnd() != $"0x{pc:x}")
            return record;
        for (int i = 0; i < count; i++)
            record.Registers[i] = 0xDEAD_0000_0000_0000; // the product's tracer knows no others: none may be used
        record.Registers[rsp] = sp;
        record.Registers[rip] = pc;
        record.State = ThreadState.Asleep;
        record.SystemCall = long.Parse(fields[0], CultureInfo.InvariantCulture);
        return record;
    }
}
