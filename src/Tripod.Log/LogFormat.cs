namespace Tripod.Log;

/// <summary>How a log is written.</summary>
public enum LogFormat
{
    /// <summary>For people, in the layout of Python's tracebacks: <c>NAME.log</c>.</summary>
    Text,

    /// <summary>For log shippers, a JSON document a line: <c>NAME.jsonl</c>.</summary>
    Json,
}
