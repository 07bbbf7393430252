namespace BacklogPS;

/// <summary>The type of a custom field. An unknown number comes from a newer server.</summary>
public enum CustomFieldType
{
    /// <summary>No type was given, or one that this version does not know.</summary>
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
