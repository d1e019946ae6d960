namespace Portal.Domain.Administration;

/// <summary>The lists that administrators keep.</summary>
public static class Registers
{
    public const string Areas = "dia-ban";
    public const string Groups = "nhom";
    public const string Leaders = "lanh-dao";
    public const string Staff = "can-bo";
    public const string Departments = "phong";
    public const string AreaKinds = "loai-dia-ban";
    public const string MeetingTypes = "loai-cuoc-hop";

    public static IReadOnlyList<string> All { get; } = [Areas, Groups, Leaders, Staff, Departments, AreaKinds, MeetingTypes];
}
