namespace Portal.Web.Operations.FollowUps;

/// <summary>Registers of what was noted and is followed up.</summary>
public enum FollowedKind
{
    /// <summary>Liên hệ công tác (Đ9.1, Đ10, Đ11).</summary>
    Contact,
}
