namespace Stuck;

internal sealed class Account
{
    internal int Cents { get; set; }
}
