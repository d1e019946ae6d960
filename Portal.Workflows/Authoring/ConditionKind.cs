
namespace Portal.Workflows.Authoring;

public enum ConditionKind
{
    Text,
    Number,
    YesNo,

    /// <summary>A day of the calendar in Viet Nam, <c>yyyy-MM-dd</c>.</summary>
    Day,
}
