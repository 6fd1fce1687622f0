namespace InspectWaits;

internal static class Circles
{
    private static readonly Barrier Both = new(2), Three = new(3);
    private static readonly Account Ann = new("Ann"), Bob = new("Bob");
    private static readonly Lock First = new(), Second = new();

    public static object OfTwoMonitors()
    {
        Start.Thread("left", () => Transfer(Ann, Bob, Both));
        return Start.Thread("right", () => Transfer(Bob, Ann, Both));
    }

    public static object OfTwoLocks()
    {
        Start.Thread("left", () => Enter(First, Second));
        return Start.Thread("right", () => Enter(Second, First));
    }

    public static object OfThree()
    {
        var third = new Account("Cleo");
        Start.Thread("one", () => Transfer(Ann, Bob, Three));
        Start.Thread("two", () => Transfer(Bob, third, Three));
        Start.Thread("three", () => Transfer(third, Ann, Three));
        return Start.Thread("bystander", () => { lock (Ann) Ann.Owner = ""; });
    }

    public static object WithTimeLimit()
    {
        Start.Thread("left", () => Transfer(Ann, Bob, Both));
        return Start.Thread("right", () => TryTransfer(Bob, Ann));
    }

    private static void Transfer(Account from, Account to, Barrier all)
    {
        lock (from)
        {
            all.SignalAndWait();
            lock (to) // second account
                (from.Owner, to.Owner) = (to.Owner, from.Owner);
        }
    }

    private static void TryTransfer(Account from, Account to)
    {
        lock (from)
        {
            Both.SignalAndWait();
            if (Monitor.TryEnter(to, TimeSpan.FromHours(1)))
                (from.Owner, to.Owner) = (to.Owner, from.Owner);
        }
    }

    private static void Enter(Lock one, Lock other)
    {
        lock (one)
        {
            Both.SignalAndWait();
            lock (other) // second lock
                Ann.Owner = "";
        }
    }
}
