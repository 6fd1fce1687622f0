using System.Text;
using Serilog.Sinks.File;

namespace Tripod.Log.Append;

/// <summary>Puts an <see cref="EntryStream"/> over the file that Serilog's sink opens.</summary>
internal sealed class StreamHook(Action<EntryStream> opened) : FileLifecycleHooks
{
    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        var stream = new EntryStream((FileStream)underlyingStream);
        opened(stream);
        return stream;
    }
}
