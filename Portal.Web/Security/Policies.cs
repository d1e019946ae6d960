namespace Portal.Web.Security;

public static class Policies
{
    public const string SignedIn = "SignedIn";
    public const string Administrator = "Administrator";

    /// <summary>Administrators, and the head, who reads what they keep (section 13).</summary>
    public const string Administration = "Administration";
    /// <summary>
    /// Who may open definitions of processes: designers, and those who read them (section 13). None of it is a case's content.
    /// </summary>
    public const string Design = "Design";

    public const string Api = "Api";
}
