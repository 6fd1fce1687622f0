namespace Tripod.Log.Append;

/// <summary>An entry has no room. It ends the printing, and comes out of <see cref="EntryStream.End"/>.</summary>
internal sealed class EntryTooLongException() : Exception("the entry is too long");
