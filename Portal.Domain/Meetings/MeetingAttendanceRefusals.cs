using Portal.Domain.Common;

namespace Portal.Domain.Meetings;

/// <summary>Refusals of the attendance of a meeting and of its lines.</summary>
public static class MeetingAttendanceRefusals
{
    /// <summary>Members of a group and the records office register invitations.</summary>
    public static Refusal OnlyMembersAndClerks { get; } = Refusal.NotAllowed("Meeting.OnlyMembersAndClerks", "Đ7.B.3");

    /// <summary>X-08: nobody decides on going oneself, nor looks over one's own notes.</summary>
    public static Refusal OwnAttendance { get; } = Refusal.NotAllowed("Meeting.OwnAttendance", "Đ5.2");

    /// <summary>R-ATT-02 [Q]: none of the four fields of work, and no reason why.</summary>
    public static Refusal NoDomain { get; } = new("Meeting.NoDomain", "Đ6.1");

    /// <summary>R-ATT-03 [Q]: somebody spoke, and what was said is not written down.</summary>
    public static Refusal NoSpeech { get; } = new("Meeting.NoSpeech", "Đ6.1");

    /// <summary>R-ATT-08 [Q]: nobody is named who goes.</summary>
    public static Refusal NoNominee { get; } = new("Meeting.NoNominee", "Đ7.B.3");

    /// <summary>R-ATT-10: the group is told nothing of the meeting.</summary>
    public static Refusal ShareMissing { get; } = new("Meeting.ShareMissing", "Đ7.B.3");

    /// <summary>R-ATT-01 [Q]: nobody who may consent has done so.</summary>
    public static Refusal NoConsent { get; } = Refusal.NotNow("Meeting.NoConsent", "Đ5.2");

    /// <summary>R-ATT-05: somebody was there and has not reported yet.</summary>
    public static Refusal NoNotes { get; } = Refusal.NotNow("Meeting.NoNotes", "Đ7.A.5");

    /// <summary>R-ATT-09 [Q]: who goes beside the nominee waits for the consent.</summary>
    public static Refusal ExtraNeedsLeader { get; } = Refusal.NotNow("Meeting.ExtraNeedsLeader", "Đ7.B.3");

    /// <summary>Further people were asked for already, and nobody has decided.</summary>
    public static Refusal ExtraPending { get; } = Refusal.NotNow("Meeting.ExtraPending", "Đ7.B.3");

    /// <summary>Consent that lets nobody go: that is refused as such (R-ATT-11).</summary>
    public static Refusal NobodyFurther { get; } = Refusal.Invalid([new FieldError("extraIds", "Meeting.NobodyFurther", "Đ7.B.3")]);

    /// <summary>More time is given only before the notes are late.</summary>
    public static Refusal AlreadyLate { get; } = Refusal.NotNow("Meeting.AlreadyLate", "Đ7.A.5");

    /// <summary>The leader names somebody only when the lead has let the time pass.</summary>
    public static Refusal LeadStillHasTime(DateTime? until) => Refusal.NotNow("Meeting.LeadStillHasTime", "Đ7.B.3", until);
}
