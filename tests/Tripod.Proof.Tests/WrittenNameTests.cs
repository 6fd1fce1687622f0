using Tripod.Proof.Tracing;

namespace Tripod.Proof.Tests;

/// <summary>What the proof takes reflection's names to mean, against names that C#'s compiler has made.</summary>
public sealed class WrittenNameTests
{
    [Theory]
    [InlineData("Shop.Cart", "Add", "Shop.Cart.Add", "Shop.Cart.Add")]
    [InlineData("Shop.Cart+Item", ".ctor", "Shop.Cart.Item.Item", "Shop.Cart.Item.Item")]
    [InlineData("Shop.Box`1", ".cctor", "Shop.Box.static Box", "Shop.Box<T>.static Box")]
    [InlineData("Shop.Cart", "Finalize", "Shop.Cart.~Cart", "Shop.Cart.~Cart")]
    [InlineData("Shop.Cart", "get_Item", "Shop.Cart.this[].get", "Shop.Cart.this[].get")]
    [InlineData("Shop.Cart", "op_Multiply", "Shop.Cart.operator *", "Shop.Cart.operator *")]
    [InlineData("Shop.Cart", "Shop.IRun.Run", "Shop.Cart.IRun.Run", "Shop.Cart.IRun.Run")]
    [InlineData("Shop.Cart+<>c__DisplayClass0_0", "<Add>b__0", "Shop.Cart.Add.{lambda}", "Shop.Cart.Add.<lambda>")]
    [InlineData("Shop.Cart+<>c", "<get_Sum>b__3_0", "Shop.Cart.Sum.get.{lambda}", "Shop.Cart.Sum.get.<lambda>")]
    [InlineData("Shop.Cart", "<Add>g__Total|0_0", "Shop.Cart.Add.Total", "Shop.Cart.Add.Total<int>")]
    [InlineData("Shop.Cart+<Later>d__2`1", "MoveNext", "Shop.Cart.Later", "Shop.Cart.Later<T>")]
    [InlineData("Shop.Cart+<<Run>b__0>d", "MoveNext", "Shop.Cart.Run.{lambda}", "Shop.Cart.Run.<lambda>")]
    [InlineData("Shop.Cart+<Items>d__1", "System.IDisposable.Dispose", "Shop.Cart.Items.IDisposable.Dispose", "Shop.Cart.Items.IDisposable.Dispose")]
    public void Both_names_of_a_method_come_to_the_same(string type, string method, string written, string logged)
    {
        Assert.Equal(written, WrittenName.Of(type, method, isSpecial: method.Contains('_', StringComparison.Ordinal)));
        Assert.Equal(written, WrittenName.OfLogged(logged));
    }

    [Theory]
    [InlineData("Shop.Cart+<Items>d__1", "System.Collections.Generic.IAsyncEnumerator<System.Int32>.MoveNextAsync", true)]
    [InlineData("Shop.Cart+<Later>d__2`1", "MoveNext", false)]
    [InlineData("Shop.Cart+<Items>d__1", "<>m__Finally1", false)]
    [InlineData("Shop.Cart", "System.IDisposable.Dispose", false)]
    public void What_the_compiler_has_written_of_a_state_machine_is_nobodys(string type, string method, bool isNobodys) =>
        Assert.Equal(isNobodys, WrittenName.IsNobodys(type, method));
}
