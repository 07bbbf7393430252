using System.Globalization;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter that means a calendar day take whatever stands for one: a date, a moment such as an issue's Updated,
/// text as Backlog writes it. PowerShell's own conversion shifts such text by the time zone and refuses moments.
/// </summary>
internal sealed class CalendarDayTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : ArgumentReader.Day(inputData, CultureInfo.CurrentCulture) ?? throw new ArgumentTransformationMetadataException(
            Message.Of(Messages.DayInvalid, inputData) + " " + Messages.DayInvalidNext);
}
