namespace BacklogPS;

/// <summary>What a custom field holds. A number that is not among these comes from a newer server.</summary>
public enum CustomFieldType
{
    /// <summary>None was given, or one that this version does not know.</summary>
    Unknown,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    Sentence,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>One item of a list.</summary>
    SingleList,

    /// <summary>Any number of items of a list.</summary>
    MultipleList,

    /// <summary>Any number of items, as check boxes.</summary>
    CheckBox,

    /// <summary>One item, as radio buttons.</summary>
    Radio,
}
