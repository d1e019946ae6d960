namespace Portal.Web.Operations.FollowUps;

/// <summary>Registers of what was noted and is followed up.</summary>
public enum FollowedKind
{
    /// <summary>Liên hệ công tác (Đ9.1, Đ10, Đ11).</summary>
    Contact,

    /// <summary>RP-07, hướng dẫn, kiểm tra, đôn đốc, giám sát (Đ5.4).</summary>
    Guidance,

    /// <summary>RP-06b, họp không mời (Đ9.3).</summary>
    UninvitedMeeting,
}
