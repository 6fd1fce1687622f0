using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tripod.Host.Printing;

/// <summary>
/// Writes a value on one line as csi does: literals as C# has them, collections with their type and items, what has a
/// text of its own in brackets, all else by its public members. It runs in the target because the script asks for it.
/// </summary>
internal sealed class ObjectText
{
    /// <summary>The length after which csi stops: Microsoft.CodeAnalysis.Scripting.Hosting.PrintOptions.</summary>
    private const int Longest = 1024;
    private const string Ellipsis = "...";

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    internal static string Of(object? value)
    {
        var writer = new ObjectText();
        try
        {
            writer.Write(value);
        }
        catch (InsufficientExecutionStackException)
        {
            writer._text.Append(Ellipsis);
        }
        string text = writer._text.ToString();
        return text.Length <= Longest ? text : text[..Longest] + Ellipsis;
    }

    private void Write(object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_text.Length > Longest)
            return;
        if (Literal.TryWrite(value) is { } literal)
            _text.Append(literal);
        else if (value is Exception exception)
            _text.Append(CultureInfo.CurrentCulture, $"[{exception.GetType()}: {exception.Message}]");
        else if (value is ITuple)
            _text.Append(value);
        else
            WriteObject(value!);
    }

    private void WriteObject(object value)
    {
        bool isCollection = value is IEnumerable;
        if (!isCollection && !IsPair(value) && OwnText(value) is { } own)
        {
            _text.Append('[').Append(own).Append(']');
            return;
        }
        _text.Append(isCollection ? TypeText.OfCollection(value) : TypeText.Of(value.GetType())).Append(" { ");
        if (_open.Add(value))
        {
            WriteContent(value);
            _open.Remove(value);
        }
        else
        {
            _text.Append(Ellipsis);
        }
        _text.Append(_text[^1] == ' ' ? "}" : " }");
    }

    private void WriteContent(object value)
    {
        if (value is Array { Rank: > 1 } array)
            WriteDimension(array, []);
        else if (value is IDictionary dictionary)
            Separate(Entries(dictionary), WriteEntry);
        else if (value is IEnumerable items)
            Separate(items.Cast<object?>(), Write);
        else if (IsPair(value))
            Separate(["Key", "Value"], name => Write(value.GetType().GetProperty(name)!.GetValue(value)));
        else
            Separate(Members(value.GetType()), member => WriteMember(value, member));
    }

    private void WriteEntry(DictionaryEntry entry)
    {
        _text.Append("{ ");
        Write(entry.Key);
        _text.Append(", ");
        Write(entry.Value);
        _text.Append(" }");
    }

    private void WriteDimension(Array array, int[] indices)
    {
        Separate(Enumerable.Range(0, array.GetLength(indices.Length)), index =>
        {
            int[] longer = [.. indices, index + array.GetLowerBound(indices.Length)];
            if (longer.Length == array.Rank)
            {
                Write(array.GetValue(longer));
                return;
            }
            _text.Append("{ ");
            WriteDimension(array, longer);
            _text.Append(" }");
        });
    }

    private void WriteMember(object value, MemberInfo member)
    {
        _text.Append(member.Name).Append('=');
        object? content;
        try
        {
            content = member is FieldInfo field ? field.GetValue(value) : ((PropertyInfo)member).GetValue(value);
        }
        catch (TargetInvocationException exception) // the getter's own, which is what there is to see
        {
            _text.Append("!<").Append(TypeText.Of(exception.InnerException!.GetType())).Append('>');
            return;
        }
        Write(content);
    }

    private void Separate<T>(IEnumerable<T> items, Action<T> write)
    {
        bool isFirst = true;
        foreach (T item in items)
        {
            if (_text.Length > Longest)
                return;
            if (!isFirst)
                _text.Append(", ");
            isFirst = false;
            write(item);
        }
    }

    /// <summary>A dictionary's plain enumerator gives pairs of its own type; this one gives entries.</summary>
    private static IEnumerable<DictionaryEntry> Entries(IDictionary dictionary)
    {
        IDictionaryEnumerator enumerator = dictionary.GetEnumerator();
        while (enumerator.MoveNext())
            yield return enumerator.Entry;
    }

    private static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Concat<MemberInfo>(type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0))
            .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsPair(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>What ToString gives, if the type has one of its own: an anonymous type's says no more than its members.</summary>
    private static string? OwnText(object value)
    {
        Type type = value.GetType();
        bool isAnonymous = type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.StartsWith("<>", StringComparison.Ordinal);
        bool isPlain = isAnonymous || value is Delegate or Task || type.GetMethod(nameof(ToString), [])!.DeclaringType == typeof(object);
        return isPlain ? null : Convert.ToString(value, CultureInfo.CurrentUICulture);
    }
}
