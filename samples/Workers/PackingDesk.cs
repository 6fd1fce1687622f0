using System.Collections.Concurrent;

namespace Workers;

/// <summary>Worker threads that take orders from a queue; most of their time they wait.</summary>
internal sealed class PackingDesk(int packers)
{
    private static readonly string[] Customers = ["Ada", "Grace", "Edsger"];
    private static readonly TimeSpan TimePerProduct = TimeSpan.FromMilliseconds(150);

    private readonly BlockingCollection<Order> _orders = [];
    private readonly List<Thread> _threads = [];
    private readonly Lock _label = new();
    private int _packed;

    public int Packed => _packed;

    public void Open()
    {
        for (int number = 1; number <= packers; number++)
        {
            var packer = new Thread(PackOrders) { Name = $"packer {number}" };
            packer.Start();
            _threads.Add(packer);
        }
    }

    public async Task TakeOrdersAsync(CancellationToken closing)
    {
        for (int number = 1; !closing.IsCancellationRequested; number++)
        {
            _orders.Add(new Order(number, Customers[number % Customers.Length], ["apple", "bread"]), CancellationToken.None);
            await Task.Delay(250, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _orders.CompleteAdding();
    }

    public void Close()
    {
        foreach (Thread packer in _threads)
            packer.Join();
    }

    private void PackOrders()
    {
        foreach (Order order in _orders.GetConsumingEnumerable())
            Pack(order);
    }

    private void Pack(Order order)
    {
        foreach (string product in order.Products)
            Wrap(product);
        lock (_label) // there is one label printer for all
            Thread.Sleep(TimePerProduct);
        Interlocked.Increment(ref _packed);
    }

    private static void Wrap(string product) => Thread.Sleep(TimePerProduct * (product.Length / 5.0));
}
