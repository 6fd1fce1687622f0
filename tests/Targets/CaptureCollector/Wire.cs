using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Tripod.Wire;

namespace CaptureCollector;

/// <summary>The collector's end: socket on descriptor 3, records on 4.</summary>
internal sealed unsafe partial class Wire : IDisposable
{
    private const int SocketDescriptor = 3;
    private const int ECONNRESET = 104;

    private readonly SafeFileHandle _records = new(4, ownsHandle: true);

    public static void Send(MessageType type, long tick, int version = Message.CurrentVersion)
    {
        Message message = Message.Create(type);
        message.Version = (ushort)version;
        message.Tick = tick;
        _ = send(SocketDescriptor, &message, (nuint)sizeof(Message), 0); // fails if the target has gone; what it said can still be read
    }

    /// <summary>False when the target has gone. The descriptor is −1 if none came along.</summary>
    public static bool TryReceive(out Message message, out int descriptor)
    {
        message = default;
        ulong* control = stackalloc ulong[8];
        fixed (Message* start = &message)
        {
            nint* vector = stackalloc nint[2] { (nint)start, sizeof(Message) };
            nint* header = stackalloc nint[7] { 0, 0, (nint)vector, 1, (nint)control, 64, 0 };
            nint size;
            // ECONNRESET, once: the target has gone without reading our last Done. What it said before can still be read.
            do
                size = recvmsg(SocketDescriptor, header, 0);
            while (size < 0 && Marshal.GetLastPInvokeError() == ECONNRESET);
            descriptor = size > 0 && header[5] > 0 ? ((int*)control)[4] : -1;
            return size == sizeof(Message);
        }
    }

    /// <summary>Reads the records and the twin's memory at the first known stack pointer.</summary>
    public string Look(in Message message, int memory)
    {
        ThreadRecord[] threads = new ThreadRecord[message.ThreadCount];
        RandomAccess.Read(_records, MemoryMarshal.AsBytes(threads.AsSpan()), 0);
        using var twin = new SafeFileHandle(memory, ownsHandle: true);
        byte[] word = new byte[8];
        int readable = 0, known = 0;
        foreach (ThreadRecord thread in threads)
        {
            if (thread.State is not (Tripod.Wire.ThreadState.Stopped or Tripod.Wire.ThreadState.Asleep))
                continue;
            known++;
            readable += RandomAccess.Read(twin, word, (long)thread.Registers[19]) == word.Length ? 1 : 0; // rsp
        }
        return string.Create(CultureInfo.InvariantCulture, $"look known={known} readable={readable}");
    }

    public static string Describe(in Message message)
    {
        fixed (byte* text = message.Text)
        {
            return message.Type switch
            {
                MessageType.Exit => Line($"exit {message.Count}"),
                MessageType.UnhandledException => "exception " + Encoding.UTF8.GetString(text, message.TextLength),
                MessageType.Skipped => Line($"skipped {message.Reason} tick={message.Tick} count={message.Count} error={message.Error}"),
                _ => Line($"sample tick={message.Tick} threads={message.ThreadCount} error={message.Error}"),
            };
        }

        static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    public static IEnumerable<int> InheritedDescriptors()
    {
        for (int i = 0; i < 1024; i++)
        {
            if (fcntl(i, 1) == 0) // F_GETFD: open, and without FD_CLOEXEC, which all of .NET's own have
                yield return i;
        }
    }

    public static IEnumerable<string> RuntimeVariables() =>
        from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = (string)variable.Key
        where name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("TRIPOD_", StringComparison.Ordinal)
        orderby name
        select name + "=" + variable.Value;

    public void Dispose() => _records.Dispose();

    [LibraryImport("libc")]
    private static partial nint send(int socket, void* buffer, nuint size, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recvmsg(int socket, void* header, int flags);

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command);
}
