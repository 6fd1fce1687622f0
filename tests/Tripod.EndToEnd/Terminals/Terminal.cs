using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tripod.EndToEnd.Terminals;

/// <summary>A terminal as a person has it before them: the test holds keyboard and screen, a program of its own session the other side.</summary>
internal sealed unsafe class Terminal : IDisposable
{
    private readonly SafeFileHandle _master;
    private readonly FileStream _stream;

    internal Terminal()
    {
        _master = new SafeFileHandle(Check(Pty.posix_openpt(Pty.O_RDWR | Pty.O_NOCTTY | Pty.O_CLOEXEC)), ownsHandle: true);
        Check(Pty.grantpt(Number));
        Check(Pty.unlockpt(Number));
        byte* name = stackalloc byte[128];
        Check(Pty.ptsname_r(Number, name, 128));
        Path = Marshal.PtrToStringUTF8((nint)name)!;
        _stream = new FileStream(_master, FileAccess.ReadWrite, bufferSize: 0);
        Resize(24, 80);
    }

    /// <summary>The program's side.</summary>
    internal string Path { get; }

    /// <summary>What the program shows. Ends with EIO, when no process has the program's side open any more.</summary>
    internal Stream Screen => _stream;

    /// <summary>All settings of tcgetattr(3), as hexadecimal digits.</summary>
    internal string Settings => Convert.ToHexString(Read());

    /// <summary>Off as long as a program reads keys, or edits the line itself.</summary>
    internal bool Echoes => (MemoryMarshal.Cast<byte, uint>(Read())[Pty.LocalFlags] & Pty.ECHO) != 0;

    private int Number => (int)_master.DangerousGetHandle();

    /// <summary>A command that becomes another one, in a session of its own whose controlling terminal this is.</summary>
    internal string[] Around(string[] command) =>
        ["/bin/sh", "-c", "exec setsid --ctty \"$@\" <>\"$0\" >&0 2>&0", Path, .. command];

    internal void Type(string keys) => _stream.Write(Encoding.UTF8.GetBytes(keys));

    /// <summary>As if its window got another size: the kernel sends SIGWINCH to the programs in the foreground.</summary>
    internal void Resize(ushort rows, ushort columns)
    {
        ushort* size = stackalloc ushort[4] { rows, columns, 0, 0 };
        Check(Pty.ioctl(Number, Pty.TIOCSWINSZ, size));
    }

    public void Dispose() => _stream.Dispose();

    private byte[] Read()
    {
        byte[] settings = new byte[Pty.TermiosSize];
        fixed (byte* start = settings)
            Check(Pty.tcgetattr(Number, start));
        return settings;
    }

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());
}
