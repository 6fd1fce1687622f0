namespace Tripod.Settings;

/// <summary>One setting: its names, and what the help says about it.</summary>
internal abstract class Setting
{
    protected Setting(string name, string? valueName, string description)
    {
        Name = name;
        Option = "--" + name;
        Variable = "TRIPOD_" + name.Replace('-', '_').ToUpperInvariant();
        ValueName = valueName;
        Description = description;
    }

    /// <summary>The long option without dashes.</summary>
    public string Name { get; }

    /// <summary>The option, such as <c>--max-depth</c>.</summary>
    public string Option { get; }

    /// <summary>The variable, whose name follows from the option's: <c>TRIPOD_MAX_DEPTH</c>.</summary>
    public string Variable { get; }

    /// <summary>Name of the value in the help; null for a flag, whose option takes no value.</summary>
    public string? ValueName { get; }

    /// <summary>One line of help.</summary>
    public string Description { get; }
}
