namespace InspectWaits;

internal sealed class Spins
{
    public SpinLock Tracked = new(enableThreadOwnerTracking: true), Anonymous = new(enableThreadOwnerTracking: false);
}
