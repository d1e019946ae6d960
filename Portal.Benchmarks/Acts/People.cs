namespace Portal.Benchmarks.Acts;

/// <summary>Sign-in names and ids of the demo's people that the jobs are done by.</summary>
internal static class People
{
    public const string Lead = "quy.pc";
    public const string LeadId = "S11";
    public const string Member = "vuong.gm";
    public const string MemberId = "S31";
    public const string SecondMember = "sau.lv";
    public const string ThirdMember = "cuong.dm";
    public const string Leader = "duong.ha";
    public const string Head = "nhan.dk";
    public const string Clerk = "thao.ltb";
    public const string Coordinator = "hang.ctl";
    public const string Department = "uoc.nd";

    /// <summary>Two areas of the group of all these members.</summary>
    public const string Area = "A017";

    public const string SecondArea = "A018";
}
