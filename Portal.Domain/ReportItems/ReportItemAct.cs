namespace Portal.Domain.ReportItems;

/// <summary>What may be done with an item, and what its history tells.</summary>
public enum ReportItemAct
{
    /// <summary>Told to the leader in charge.</summary>
    Report,

    /// <summary>The leader says what is to be done; with somebody to do it, it becomes a leader task.</summary>
    Direct,

    /// <summary>Work on it begins.</summary>
    Start,

    /// <summary>Something new about it; it stands as it stood.</summary>
    Note,

    Resolve,
    Reject,
    CarryOver,

    /// <summary>What was settled is taken up again.</summary>
    Reopen,

    ChangeLevel,

    /// <summary>Given to a department to read and to answer (Đ11).</summary>
    Release,

    /// <summary>Taken back from the department.</summary>
    Recall,

    /// <summary>The department says what it thinks of it, or has done.</summary>
    Answer,

    /// <summary>It is the same as another one, which goes on for both.</summary>
    Merge,

    /// <summary>Another one was merged into it. Never asked for by itself.</summary>
    TakeIn,

    /// <summary>The leader task made of it was taken on. Never asked for by itself.</summary>
    TaskBegun,

    /// <summary>The leader task made of it was done, and accepted. Never asked for by itself.</summary>
    TaskDone,

    /// <summary>The leader task made of it was cancelled. Never asked for by itself.</summary>
    TaskCancelled,
}
