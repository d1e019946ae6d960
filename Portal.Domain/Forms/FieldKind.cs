namespace Portal.Domain.Forms;

public enum FieldKind
{
    Text,
    LongText,
    Integer,
    Date,
    DateTime,
    Time,
    YesNo,
    Choice,
    Person,
    People,
    Area,
    Areas,
    WorkDomain,
    WorkDomains,
    Department,
    Departments,
    MeetingType,
    AreaKind,
    Group,
    Groups,

    /// <summary>A group of areas that a review cycle compares with one another, by its name.</summary>
    ComparableGroup,

    /// <summary>Several of <see cref="FormField.Options"/>.</summary>
    Choices,

    /// <summary>A clause of the Regulation in force, by its code: <c>Đ7.A.5</c>.</summary>
    Clause,

    /// <summary>What the case is started from, an item of a plan for instance: comes with the address, is neither typed nor
    /// shown.</summary>
    Source,

    /// <summary>One of many <see cref="FormField.Options"/>, from a list.</summary>
    Pick,
    Cases,
    Files,

    /// <summary>A thing of the case by its number, a suggestion for instance; never typed. In rows that are given it heads its row, in
    /// others it is picked.</summary>
    Item,

    /// <summary>A list of rows; <see cref="FormField.Items"/> describes one row.</summary>
    Rows,

    /// <summary>A nested record; <see cref="FormField.Items"/> describes its fields.</summary>
    Section,

    /// <summary>The state-secret gate X-03.</summary>
    Secrecy,
}
