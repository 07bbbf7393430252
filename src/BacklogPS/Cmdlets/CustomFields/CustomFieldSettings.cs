using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.Base;
using BacklogPS.Json;
using BacklogPS.Parameters;

namespace BacklogPS.Commands;

/// <summary>The settings that fields of each type have, and how their bounds are parsed.</summary>
internal static class CustomFieldSettings
{
    private static readonly CustomFieldType[] Numbers = { CustomFieldType.Number };
    private static readonly CustomFieldType[] Days = { CustomFieldType.Date };
    private static readonly CustomFieldType[] Lists = { CustomFieldType.SingleList, CustomFieldType.MultipleList, CustomFieldType.CheckBox, CustomFieldType.Radio };

    private static readonly Dictionary<string, CustomFieldType[]> TypesOf = new()
    {
        ["Min"] = Numbers.Concat(Days).ToArray(),
        ["Max"] = Numbers.Concat(Days).ToArray(),
        ["InitialValue"] = Numbers,
        ["Unit"] = Numbers,
        ["InitialDate"] = Days,
        ["InitialShift"] = Days,
        ["Item"] = Lists,
        ["AllowInput"] = Lists,
        ["AllowAddItem"] = Lists,
    };

    /// <summary>Refuses parameters for fields of another type.</summary>
    public static void Check(WriteCmdlet cmdlet, CustomFieldType type)
    {
        foreach (var setting in TypesOf.Where(s => cmdlet.IsGiven(s.Key) && !s.Value.Contains(type)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.CustomFieldSettingOther, setting.Key, type))
            {
                NextStep = Message.Of(CmdletMessages.CustomFieldSettingOtherNext, string.Join(", ", setting.Value)),
                Target = setting.Key,
            };
        }
    }

    /// <summary>Refuses two initial dates for new issues, and a shift into the past.</summary>
    public static void CheckInitialDay(DateTime? date, int? shift)
    {
        if ((date is not null && shift is not null) || shift < 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.InitialDayTwice);
        }
    }

    /// <summary>Requires items for a new list.</summary>
    public static void CheckItems(CustomFieldType type, string[]? items)
    {
        if (items is null && Lists.Contains(type))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.CustomFieldWithoutItems, type)) { NextStep = CmdletMessages.CustomFieldWithoutItemsNext };
        }
    }

    /// <summary>Converts a bound to Backlog's form: a number or a date, depending on the field's type.</summary>
    public static string? Bound(object? value, CustomFieldType type, CultureInfo culture) =>
        value is null ? null
        : (type == CustomFieldType.Date
            ? CalendarDay.Write(ArgumentReader.Day(value, culture))
            : ArgumentReader.Number(value, culture)?.ToString(CultureInfo.InvariantCulture))
            ?? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.CustomFieldBound, value, type))
            {
                NextStep = type == CustomFieldType.Date ? CmdletMessages.DayInvalidNext : CmdletMessages.NumberInvalidNext,
                Target = value,
            };
}
