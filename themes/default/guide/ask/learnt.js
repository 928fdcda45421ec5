globalThis.shanhuo.ask.learnt = {zh:{rare:{},rarest:8,beside:{},facts:{},telling:{},certain:0},en:{rare:{},rarest:8,beside:{},facts:{},telling:{},certain:0}};
